export * from './auditActions';
export * from './auditTrail';
export * from './deliveries';
