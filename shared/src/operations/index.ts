export * from './auditActions';
export * from './auditDetails';
export * from './auditTrail';
export * from './deliveries';
