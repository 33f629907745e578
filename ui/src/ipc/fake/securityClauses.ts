import type { Judgement, SecurityPolicy } from '../types'

/** The clauses, like `crates/domain/src/security_standards.rs`. */
export function judge(policy: SecurityPolicy): Judgement[] {
  const { profile } = policy
  return [
    { subject: 'length', standard: 'pci_dss', clause: '8.3.6', met: true },
    { subject: 'length', standard: 'nist', clause: '3.1.1.2', met: policy.min_chars_alone >= 15 },
    { subject: 'length', standard: 'asvs', clause: '6.2.1', met: true },
    { subject: 'composition', standard: 'pci_dss', clause: '8.3.6', met: profile !== 'nist' },
    { subject: 'composition', standard: 'nist', clause: '3.1.1.2', met: profile === 'nist' },
    { subject: 'composition', standard: 'asvs', clause: '6.2.5', met: profile === 'nist' },
    { subject: 'rotation', standard: 'pci_dss', clause: '8.3.9', met: profile !== 'nist' },
    { subject: 'rotation', standard: 'nist', clause: '3.1.1.2', met: profile === 'nist' },
    { subject: 'rotation', standard: 'asvs', clause: '6.2.10', met: profile === 'nist' },
    { subject: 'history', standard: 'pci_dss', clause: '8.3.7', met: policy.history >= 4 },
    { subject: 'lockout', standard: 'pci_dss', clause: '8.3.4', met: true },
    { subject: 'lockout', standard: 'nist', clause: '3.2.2', met: true },
    { subject: 'lockout', standard: 'asvs', clause: '6.1.1', met: true },
    { subject: 'inactivity', standard: 'pci_dss', clause: '8.2.6', met: true },
    {
      subject: 'session_idle',
      standard: 'pci_dss',
      clause: '8.2.8',
      met: policy.session_idle_minutes <= 15,
    },
    {
      subject: 'session_idle',
      standard: 'nist',
      clause: '2.2.3',
      met: policy.session_idle_minutes <= 60,
    },
    {
      subject: 'session_length',
      standard: 'nist',
      clause: '2.2.3',
      met: policy.session_hours <= 24,
    },
  ]
}
