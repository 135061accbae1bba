/**
 * What an installation does with personal data, from its configuration alone, for data protection officers: the register
 * of processing activities (Art. 30 DSGVO) and the fact sheet for the impact assessment (Art. 35 DSGVO).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"configuration", "connector", "message", "pseudonym", "sharing", "translation"})
package de.kimhub.accountability;
