package de.kimhub.steering.catalogue;

import java.util.List;

/** One way to break a table down; the period comes first. */
public record Form(List<Axis> axes) {

    static Form of(Axis... axes) {
        return new Form(List.of(axes));
    }

    public List<String> names() {
        return axes.stream().map(Axis::code).toList();
    }

    public boolean has(Axis axis) {
        return axes.contains(axis);
    }

    /** German, e.g. je Quartal und Gemeinde. */
    public String words() {
        return "je " + String.join(" und ", axes.stream().map(Axis::label).toList());
    }
}
