package de.kimhub.linkage.names;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The spellings of a part, with their sounds beside them so that they are read once and not at each comparison. */
final class Forms extends AbstractList<String> implements RandomAccess {

    private final String[] forms;
    private final byte[][] sounds;

    private Forms(String[] forms) {
        this.forms = forms;
        this.sounds = new byte[forms.length][];
        for (int i = 0; i < forms.length; i++) {
            sounds[i] = Sounds.of(forms[i]);
        }
    }

    static Forms of(List<String> forms) {
        return forms instanceof Forms ready ? ready : new Forms(List.copyOf(forms).toArray(String[]::new));
    }

    byte[] sounds(int index) {
        return sounds[index];
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
