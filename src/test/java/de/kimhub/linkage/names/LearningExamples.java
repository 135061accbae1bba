package de.kimhub.linkage.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects pairs of names of one part. Those that share a form are left out: they are the same whatever sounds cost. */
final class LearningExamples {

    private final List<LearningExample> examples = new ArrayList<>();
    private final boolean firstAsWritten;
    private final Map<String, Optional<NamePart>> parts = new HashMap<>();

    /** @param firstAsWritten the first by the sounds of its own script; otherwise both by their Latin forms */
    LearningExamples(boolean firstAsWritten) {
        this.firstAsWritten = firstAsWritten;
    }

    List<LearningExample> all() {
        return examples;
    }

    void add(String first, String second, boolean same, double weight) {
        Optional<NamePart> one = part(first);
        Optional<NamePart> other = part(second);
        if (one.isEmpty() || other.isEmpty() || one.get().isInitial() || other.get().isInitial()) {
            return;
        }
        Forms forms = one.get().spellings();
        Forms otherForms = other.get().spellings();
        if (forms.shareOneWith(otherForms)) {
            return;
        }
        if (!firstAsWritten) {
            examples.add(new LearningExample(forms.sounds(), otherForms.sounds(), same, weight));
        } else if (forms.asWritten() != null && otherForms.asWritten() == null) {
            examples.add(new LearningExample(forms.asWritten().ways(), otherForms.sounds(), same, weight));
        }
    }

    /** Empty for a name of several parts. */
    Optional<NamePart> part(String name) {
        return parts.computeIfAbsent(name, written -> {
            List<NamePart> all = PreparedName.of(written).parts();
            return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
        });
    }
}
