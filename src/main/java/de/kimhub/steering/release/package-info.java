/** Releases: from closed periods through disclosure control into the cube. */
@org.springframework.modulith.NamedInterface("release")
package de.kimhub.steering.release;
