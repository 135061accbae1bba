package de.kimhub.message;

/** Named points at which a failure test may kill the process. In production nothing happens there. */
@FunctionalInterface
public interface Checkpoints {

    Checkpoints NONE = name -> { };

    void reached(String name);
}
