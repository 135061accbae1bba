/** What is told to the steering group: tables, indicators, and what an installation says of them. */
@org.springframework.modulith.NamedInterface("catalogue")
package de.kimhub.steering.catalogue;
