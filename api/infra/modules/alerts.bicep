// Who is told that somebody has to look, and when: the conditions of docs/telemetry.md that the log shows.
// An instance writes such a line once, when it changes; so an alert stays until somebody closes it.
param name string
param location string
param tags object
param workspaceId string
@description('Who is told; empty: the alerts are only shown in the portal.')
param email string

var alerts = [
  {
    event: 'deliveryParked'
    says: 'SharePoint does not take what people sent: look at it and replay it.'
    severity: 1
  }
  {
    event: 'deliveryLagging'
    says: 'What people sent waits for SharePoint longer than it should.'
    severity: 1
  }
  {
    event: 'workerLate'
    says: 'Work in the background was not done for hours.'
    severity: 2
  }
  {
    event: 'listsStale'
    says: 'What people see of the lists is old: SharePoint is not read.'
    severity: 2
  }
  {
    event: 'throttledForLong'
    says: 'Microsoft 365 has throttled the app for an hour.'
    severity: 3
  }
  {
    event: 'crashed'
    says: 'An instance ended by an error that nobody expected.'
    severity: 1
  }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'LastMile'
    enabled: true
    emailReceivers: empty(email) ? [] : [{ name: 'operations', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for alert in alerts: {
    name: 'alert-${name}-${alert.event}'
    location: location
    tags: tags
    properties: {
      displayName: 'Last Mile: ${alert.event}'
      description: '${alert.says} docs/telemetry.md, section Alerts, says more.'
      severity: alert.severity
      enabled: true
      autoMitigate: false
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      // A line may reach the workspace minutes late. An alert that is raised twice is better than none.
      windowSize: 'PT10M'
      // The table is there once the first container has written a line.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "ca-${name}" | where tostring(parse_json(Log_s).event) == "${alert.event}"'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [group.id] }
    }
  }
]
