// PostgreSQL without passwords: the API's managed identity is its administrator.
param name string
param location string
param tags object
param size string
param subnetId string
param privateDnsZoneId string
param administratorName string
param administratorPrincipalId string

var database = 'last_mile'
// Why these: docs/operations.md.
var sizes = {
  upTo900: { sku: 'Standard_B2s', tier: 'Burstable', storageGB: 32, backupDays: 14, mode: 'Disabled' }
  upTo10000: { sku: 'Standard_D2ds_v5', tier: 'GeneralPurpose', storageGB: 64, backupDays: 14, mode: 'ZoneRedundant' }
  upTo200000: { sku: 'Standard_D8ds_v5', tier: 'GeneralPurpose', storageGB: 256, backupDays: 35, mode: 'ZoneRedundant' }
}
var chosen = sizes[size]

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: chosen.sku, tier: chosen.tier }
  properties: {
    version: '16'
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    storage: { storageSizeGB: chosen.storageGB, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: chosen.backupDays, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: chosen.mode }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: privateDnsZoneId
    }
  }
}

resource administrator 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01' = {
  parent: server
  name: administratorPrincipalId
  properties: {
    principalName: administratorName
    principalType: 'ServicePrincipal'
    tenantId: tenant().tenantId
  }
}

resource extensions 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = {
  parent: server
  name: 'azure.extensions'
  properties: { value: 'PG_TRGM', source: 'user-override' }
  dependsOn: [administrator]
}

resource lastMile 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: database
  properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  dependsOn: [extensions]
}

output host string = server.properties.fullyQualifiedDomainName
output database string = lastMile.name
