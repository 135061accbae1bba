package de.kimhub.linkage.names;

/**
 * The numbers of a table of sounds in one row, so that they can be learnt. In one alphabet both directions share theirs. They
 * are held as log odds, which are {@link #LOG_ODDS} times what the tables hold.
 */
final class SoundParameters {

    static final double LOG_ODDS = 6;
    private static final double MOST_INSTEAD = 12, LEAST_INSTEAD_IN_ONE_ALPHABET = 0.15;
    private static final double LEAST_LEFT_OUT = 0.1, MOST_LEFT_OUT = 10;
    private static final double LEAST_ROOM = 0.08, MOST_ROOM = 2, LEAST_BASE = 0.1;

    final double[] values;
    /** As the values are now, for what computes with costs. */
    final SoundCosts costs;
    final boolean oneAlphabet;
    private final int firsts;
    private final int seconds;
    private final int leftOut;
    private final int rooms;

    SoundParameters(Alphabet first, Alphabet second) {
        costs = new SoundCosts(first, second);
        oneAlphabet = first == second;
        firsts = first.size();
        seconds = second.size();
        leftOut = firsts * seconds;
        int sounds = oneAlphabet ? firsts : firsts + seconds;
        rooms = leftOut + sounds * Sounds.PLACES;
        values = new double[rooms + sounds + 1];
    }

    int instead(int first, int second) {
        return oneAlphabet && first > second ? second * seconds + first : first * seconds + second;
    }

    int leftOutOfFirst(int code) {
        return leftOut + code;
    }

    int leftOutOfSecond(int code) {
        return leftOut + (oneAlphabet ? 0 : firsts * Sounds.PLACES) + code;
    }

    int roomOfFirst(int sound) {
        return rooms + sound;
    }

    int roomOfSecond(int sound) {
        return rooms + (oneAlphabet ? 0 : firsts) + sound;
    }

    int base() {
        return values.length - 1;
    }

    void set(double[] others) {
        System.arraycopy(others, 0, values, 0, values.length);
        show();
    }

    void keepWithinBounds() {
        for (int i = 0; i < leftOut; i++) {
            values[i] = Math.clamp(values[i], oneAlphabet ? LEAST_INSTEAD_IN_ONE_ALPHABET : 0, MOST_INSTEAD);
        }
        for (int sound = 0; oneAlphabet && sound < firsts; sound++) {
            values[instead(sound, sound)] = 0;
        }
        for (int i = leftOut; i < rooms; i++) {
            values[i] = Math.clamp(values[i], LEAST_LEFT_OUT, MOST_LEFT_OUT);
        }
        for (int i = rooms; i < base(); i++) {
            values[i] = Math.clamp(values[i], LEAST_ROOM, MOST_ROOM);
        }
        values[base()] = Math.max(LEAST_BASE, values[base()]);
        show();
    }

    private void show() {
        for (int first = 0; first < firsts; first++) {
            for (int second = 0; second < seconds; second++) {
                costs.instead[first * seconds + second] = (float) values[instead(first, second)];
            }
        }
        for (int code = 0; code < firsts * Sounds.PLACES; code++) {
            costs.leftOutOfFirst[code] = (float) values[leftOutOfFirst(code)];
            costs.roomOfFirst[code] = givesRoom(code) ? (float) values[roomOfFirst(code / Sounds.PLACES)] : 0;
        }
        for (int code = 0; code < seconds * Sounds.PLACES; code++) {
            costs.leftOutOfSecond[code] = (float) values[leftOutOfSecond(code)];
            costs.roomOfSecond[code] = givesRoom(code) ? (float) values[roomOfSecond(code / Sounds.PLACES)] : 0;
        }
        costs.base = (float) values[base()];
    }

    static boolean givesRoom(int code) {
        return code % Sounds.PLACES != Sounds.DOUBLED;
    }
}
