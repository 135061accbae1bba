/** What the register does in a second: people to fill it with, and the measuring itself. For {@code hub bench}. */
@org.springframework.modulith.NamedInterface("measuring")
package de.kimhub.linkage.measuring;
