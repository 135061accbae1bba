/** Which person a case belongs to. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"message", "keys", "privacy"})
package de.kimhub.linkage;
