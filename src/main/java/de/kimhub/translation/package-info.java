/** Formats, mappings, named steps, code lists, DIN 91379: from a tool's records to the canonical model and back. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"message", "configuration"})
package de.kimhub.translation;
