/** Possible matches that wait for a person: the queue, the votes, the decisions and how they are taken back. */
@org.springframework.modulith.NamedInterface("review")
package de.kimhub.linkage.review;
