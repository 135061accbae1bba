/** Why two files are, or are not, taken for one person's: said so that a person can decide. */
@org.springframework.modulith.NamedInterface("explanation")
package de.kimhub.linkage.explanation;
