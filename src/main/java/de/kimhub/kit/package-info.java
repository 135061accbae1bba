/** The connector check kit, levels 0 to 4: the same checks for the build, for {@code hub check} and at start. */
@org.springframework.modulith.ApplicationModule
package de.kimhub.kit;
