package de.kimhub.pseudonym;

import java.util.List;

/** All persons of the register, in the order of their numbers. This module does not read who they are. */
@FunctionalInterface
public interface Persons {

    /** The next ones after a number, at most so many; empty at the end. */
    List<Long> after(long person, int atMost);
}
