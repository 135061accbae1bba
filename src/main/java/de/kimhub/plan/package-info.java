/** What a changed installation would change: instances, connectors, rules, and who newly gets what. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"accountability", "configuration", "connector", "message", "sharing", "translation"})
package de.kimhub.plan;
