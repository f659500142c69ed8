// What must be kept apart from the database's backup. A vault that is deleted can be had back for 90 days,
// and nobody can shorten that.
param name string
param location string
param tags object
param readerPrincipalId string
@secure()
param secret string
@secure()
param previousSecrets string

// Built in: Key Vault Secrets User.
var readRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
  }
}

resource current 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'secret'
  properties: { value: secret }
}

resource previous 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(previousSecrets)) {
  parent: vault
  name: 'secret-previous'
  properties: { value: previousSecrets }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, readerPrincipalId, readRole)
  properties: {
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: readRole
  }
}

output name string = vault.name
output secretUri string = '${vault.properties.vaultUri}secrets/secret'
output previousSecretsUri string = empty(previousSecrets) ? '' : '${vault.properties.vaultUri}secrets/secret-previous'
