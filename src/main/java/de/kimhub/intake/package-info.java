/** Source documents (claim check), progress, repeats, snapshots, quarantine. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"message", "connector", "translation", "keys", "privacy"})
package de.kimhub.intake;
