/** Looks at samples of a tool's exports and writes first drafts of connectors and instances, for people to decide. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"configuration", "message", "translation", "connector", "kit"})
package de.kimhub.scaffold;
