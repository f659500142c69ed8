export * from './auditTrail';
export * from './deliveries';
