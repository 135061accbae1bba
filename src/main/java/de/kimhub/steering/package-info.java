/** Figures for the steering group: facts without names, closed releases, feeds and pages that read nothing but releases. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"message", "configuration", "disclosure", "pseudonym", "privacy",
                "translation"})
package de.kimhub.steering;
