/**
 * YAML as people write it: read with the place of every value, checked against generated JSON Schemas, all problems
 * at once. Knows nothing of what the values mean.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "message")
package de.kimhub.configuration;
