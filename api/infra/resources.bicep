// Everything in the resource group, in the order in which one needs the other.
param name string
param location string
param tags object
param tenantId string
param clientId string
param site string
param hostName string
param teamsAppId string
@secure()
param secret string
@secure()
param previousSecrets string
param size string
param image string
param alertEmail string

// Key Vault and the registry share their names with everybody on Azure.
var unique = uniqueString(subscription().id, resourceGroup().id, name)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}'
  location: location
  tags: tags
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: { name: name, location: location, tags: tags }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: { name: name, location: location, tags: tags }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    name: 'cr${unique}'
    location: location
    tags: tags
    readerPrincipalId: identity.properties.principalId
  }
}

module keyVault 'modules/keyVault.bicep' = {
  name: 'keyVault'
  params: {
    name: 'kv-${unique}'
    location: location
    tags: tags
    readerPrincipalId: identity.properties.principalId
    secret: secret
    previousSecrets: previousSecrets
  }
}

module postgres 'modules/postgres.bicep' = {
  name: 'postgres'
  params: {
    name: 'psql-${unique}'
    location: location
    tags: tags
    size: size
    subnetId: network.outputs.databaseSubnetId
    privateDnsZoneId: network.outputs.databaseDnsZoneId
    administratorName: identity.name
    administratorPrincipalId: identity.properties.principalId
  }
}

module api 'modules/api.bicep' = {
  name: 'api'
  params: {
    name: name
    location: location
    tags: tags
    size: size
    image: image
    subnetId: network.outputs.apiSubnetId
    logAnalyticsName: logs.outputs.name
    registryEndpoint: registry.outputs.endpoint
    identityId: identity.id
    identityClientId: identity.properties.clientId
    databaseUrl: 'postgres://${identity.name}@${postgres.outputs.host}:5432/${postgres.outputs.database}?sslmode=verify-full'
    secretUri: keyVault.outputs.secretUri
    previousSecretsUri: keyVault.outputs.previousSecretsUri
    tenantId: tenantId
    clientId: clientId
    site: site
    hostName: hostName
    teamsAppId: teamsAppId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: logs.outputs.id
    email: alertEmail
  }
}

output registryEndpoint string = registry.outputs.endpoint
output keyVaultName string = keyVault.outputs.name
output defaultHostName string = api.outputs.defaultHostName
output identityPrincipalId string = identity.properties.principalId
