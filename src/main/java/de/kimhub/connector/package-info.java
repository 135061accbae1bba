/** Connector descriptors, their catalogue, the instances of an installation, and the lint over all of it. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"message", "configuration", "translation", "keys"})
package de.kimhub.connector;
