package de.kimhub.disclosure;

import java.util.List;

/** For each hidden small cell and each attacker two bases: the proof that what is shown does not give the cell away. */
public record Certificate(List<Witness> witnesses) {
}
