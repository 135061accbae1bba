package de.kimhub.linkage.review;

import java.time.LocalDate;

/**
 * Who may see and decide possible matches.
 *
 * @param body           whose staff they are, code of the list {@code stelle}
 * @param boundToSecrecy when they committed themselves to secrecy in writing
 */
public record Reviewer(String name, String body, LocalDate boundToSecrecy) {
}
