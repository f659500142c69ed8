// Last Mile on Azure Container Apps with Azure Database for PostgreSQL, reached only from inside its
// network, and no password anywhere: a managed identity speaks to the database, to Key Vault and, by a
// federated credential of the app registration, to Microsoft Graph. docs/operations.md says what it costs
// and how it is looked after.
targetScope = 'subscription'

@description('Name of the environment; every resource is named after it.')
@minLength(1)
@maxLength(20)
param environmentName string

@description('Azure region. People’s data lies in it.')
param location string

@description('Id of the tenant whose people use Last Mile.')
param tenantId string = tenant().tenantId

@description('Application (client) id of the app registration that provisioning made.')
param clientId string

@description('SharePoint site with the lists: its id or https address.')
param site string

@description('Host name that people reach, without https://, for example lastmile.contoso.com.')
param hostName string

@description('Id of the app in Teams; empty until it is known, and then nobody is notified.')
param teamsAppId string = ''

@description('From which keys are derived; kept in Key Vault. Made once and never replaced but by rolling it (docs/operations.md).')
@secure()
@metadata({ azd: { type: 'generate', config: { length: 64, noSpecial: true } } })
param secret string

@description('Earlier secrets, the earliest first, one a line; empty where it was never rolled.')
@secure()
param previousSecrets string = ''

@description('Size of the installation: people in all programmes. docs/operations.md has what each size is.')
@allowed(['upTo900', 'upTo10000', 'upTo200000'])
param size string = 'upTo900'

@description('Image to run; azd fills it in. Empty on the first deployment, before an image exists.')
param image string = ''

@description('Address that is told when somebody has to look (docs/telemetry.md, Alerts); empty: alerts are only shown in the portal.')
param alertEmail string = ''

var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module resources 'resources.bicep' = {
  name: 'last-mile'
  scope: group
  params: {
    name: environmentName
    location: location
    tags: tags
    tenantId: tenantId
    clientId: clientId
    site: site
    hostName: hostName
    teamsAppId: teamsAppId
    secret: secret
    previousSecrets: previousSecrets
    size: size
    image: image
    alertEmail: alertEmail
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = resources.outputs.registryEndpoint
output AZURE_KEY_VAULT_NAME string = resources.outputs.keyVaultName
@description('Where the host name’s CNAME points.')
output API_DEFAULT_HOST_NAME string = resources.outputs.defaultHostName
@description('Subject of the federated credential that the app registration needs: npm run provision -- --step entra --managed-identity with it makes that.')
output IDENTITY_PRINCIPAL_ID string = resources.outputs.identityPrincipalId
@description('Issuer of that federated credential; its audience is api://AzureADTokenExchange.')
output IDENTITY_ISSUER string = '${environment().authentication.loginEndpoint}${tenantId}/v2.0'
