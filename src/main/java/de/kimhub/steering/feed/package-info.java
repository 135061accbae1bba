/** Releases as files for other programs: CSV, XLSX, JSON-stat, calendar, under addresses whose content never changes. */
@org.springframework.modulith.NamedInterface("feed")
package de.kimhub.steering.feed;
