/** The order of the stages, once: one database transaction a batch. No input or output of its own. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"message", "connector", "translation", "intake", "linkage", "sharing", "delivery",
                "pseudonym", "keys", "privacy", "steering::fact", "steering::catalogue", "steering::release"})
package de.kimhub.processing;
