/** Measures linkage on people of whom it is known who is who. Everything in memory; nothing is stored. */
@org.springframework.modulith.NamedInterface("evaluation")
package de.kimhub.linkage.evaluation;
