package de.kimhub.steering.board;

/** What people call an instance. */
@FunctionalInterface
public interface OfficeTitles {

    /** German; also of one that takes part no more. */
    String of(String instance);
}
