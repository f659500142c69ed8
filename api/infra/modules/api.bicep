// The API: two instances or more, of which one delivers and syncs at a time and any may die.
param name string
param location string
param tags object
param size string
param image string
param subnetId string
param logAnalyticsName string
param registryEndpoint string
param identityId string
param identityClientId string
param databaseUrl string
param secretUri string
param previousSecretsUri string
param tenantId string
param clientId string
param site string
param hostName string
param teamsAppId string

var port = 3001
var secretsFolder = '/mnt/secrets'
var sizes = {
  upTo900: { cpu: '0.5', memory: '1Gi', most: 2 }
  upTo10000: { cpu: '1.0', memory: '2Gi', most: 4 }
  upTo200000: { cpu: '2.0', memory: '4Gi', most: 8 }
}
var chosen = sizes[size]
var isRolled = !empty(previousSecretsUri)

var previousSecret = isRolled ? [{ name: 'secret-previous', keyVaultUrl: previousSecretsUri, identity: identityId }] : []
var previousFile = isRolled ? [{ secretRef: 'secret-previous', path: 'secret-previous' }] : []
var previousSetting = isRolled ? [{ name: 'SECRET_PREVIOUS_FILE', value: '${secretsFolder}/secret-previous' }] : []

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: logAnalyticsName
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: 'cae-${name}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
    vnetConfiguration: { infrastructureSubnetId: subnetId }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    zoneRedundant: size != 'upTo900'
  }
}

resource api 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'ca-${name}'
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      // The new revision takes over once it is ready; the old one then finishes what it is at.
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: [{ server: registryEndpoint, identity: identityId }]
      secrets: concat([{ name: 'secret', keyVaultUrl: secretUri, identity: identityId }], previousSecret)
    }
    template: {
      // Longer than STOP_WITHIN_SECONDS, after which an instance has ended by itself.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'api'
          image: empty(image) ? 'mcr.microsoft.com/k8se/quickstart:latest' : image
          resources: { cpu: json(chosen.cpu), memory: chosen.memory }
          env: concat(
            [
              { name: 'PORT', value: string(port) }
              { name: 'STOP_WITHIN_SECONDS', value: '25' }
              { name: 'TENANT_ID', value: tenantId }
              { name: 'CLIENT_ID', value: clientId }
              { name: 'APP_ID_URI', value: 'api://${hostName}/${clientId}' }
              { name: 'PUBLIC_ORIGIN', value: 'https://${hostName}' }
              { name: 'SITE', value: site }
              { name: 'TEAMS_APP_ID', value: teamsAppId }
              { name: 'MANAGED_IDENTITY_CLIENT_ID', value: identityClientId }
              { name: 'DATABASE_URL', value: databaseUrl }
              { name: 'SECRET_FILE', value: '${secretsFolder}/secret' }
            ],
            previousSetting
          )
          volumeMounts: [{ volumeName: 'secrets', mountPath: secretsFolder }]
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/api/health', port: port }
              // It listens once the database is migrated, which may take minutes; ten is the most that may fail.
              periodSeconds: 20
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: { path: '/api/health', port: port }
              periodSeconds: 15
              timeoutSeconds: 3
            }
            {
              type: 'Readiness'
              httpGet: { path: '/api/ready', port: port }
              periodSeconds: 5
              timeoutSeconds: 3
            }
          ]
        }
      ]
      volumes: [
        {
          name: 'secrets'
          storageType: 'Secret'
          secrets: concat([{ secretRef: 'secret', path: 'secret' }], previousFile)
        }
      ]
      scale: {
        minReplicas: 2
        maxReplicas: chosen.most
        rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '100' } } }]
      }
    }
  }
}

output defaultHostName string = api.properties.configuration.ingress.fqdn
