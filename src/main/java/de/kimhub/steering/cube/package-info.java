/** Reads closed releases, under a database role that can read nothing else. */
@org.springframework.modulith.NamedInterface("cube")
package de.kimhub.steering.cube;
