/** Accountability: the audit log, and what every module that stores personal data must be able to do with it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"message", "keys"})
package de.kimhub.privacy;
