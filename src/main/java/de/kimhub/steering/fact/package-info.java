/** Units without names, and the periods they count in. */
@org.springframework.modulith.NamedInterface("fact")
package de.kimhub.steering.fact;
