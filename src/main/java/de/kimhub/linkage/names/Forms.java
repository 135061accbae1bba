package de.kimhub.linkage.names;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The spellings of a part; their sounds are read when they are first compared, and once. */
final class Forms extends AbstractList<String> implements RandomAccess {

    private final String written;
    private final String[] forms;
    private volatile Heard heard;

    private record Heard(short[][] sounds, NativeSounds asWritten) {}

    private Forms(String written, String[] forms) {
        this.written = written;
        this.forms = forms;
    }

    static Forms of(String written, List<String> forms) {
        return forms instanceof Forms ready ? ready : new Forms(written, List.copyOf(forms).toArray(String[]::new));
    }

    /** Of the forms, in their order. */
    short[][] sounds() {
        return heard().sounds;
    }

    /** {@code null} where it is not written in an alphabet whose sounds are compared themselves. */
    NativeSounds asWritten() {
        return heard().asWritten;
    }

    private Heard heard() {
        Heard now = heard;
        if (now == null) {
            short[][] sounds = new short[forms.length][];
            for (int i = 0; i < forms.length; i++) {
                sounds[i] = Sounds.of(forms[i], Alphabets.LATIN);
            }
            now = new Heard(sounds, NativeSounds.of(written));
            heard = now;
        }
        return now;
    }

    boolean shareOneWith(Forms other) {
        for (String form : forms) {
            for (String otherForm : other.forms) {
                if (form.equals(otherForm)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String get(int index) {
        return forms[index];
    }

    @Override
    public int size() {
        return forms.length;
    }
}
