/** An invented Kreis of any size to measure disclosure control with. For {@code hub bench}. */
@org.springframework.modulith.NamedInterface("measuring")
package de.kimhub.disclosure.measuring;
