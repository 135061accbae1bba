/** Enrolment, consent ledger and the default-deny rules: who may get what, for which purpose, on which ground. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"message", "configuration", "privacy"})
package de.kimhub.sharing;
