package de.kimhub.linkage.names;

/** As {@link SoundDistance}, but remembers which costs the cheapest way is made of. */
final class SoundAlignment {

    /** A parameter that the way uses, and how heavily. */
    interface Use {
        void of(int parameter, double weight);
    }

    private enum Step { FIRST_LEFT_OUT, SECOND_LEFT_OUT, INSTEAD, EXCHANGED, ARTICLE_OF_FIRST, ARTICLE_OF_SECOND }

    private static final double EXCHANGED = SoundParameters.LOG_ODDS * SoundDistance.EXCHANGED;
    private static final double ARTICLE = SoundParameters.LOG_ODDS * SoundDistance.ARTICLE;

    private final SoundParameters parameters;
    private final SoundCosts costs;
    private final double[][] distance = new double[Sounds.MOST + 1][Sounds.MOST + 1];
    private final Step[][] steps = new Step[Sounds.MOST + 1][Sounds.MOST + 1];
    private short[] first;
    private short[] second;

    SoundAlignment(SoundParameters parameters) {
        this.parameters = parameters;
        this.costs = parameters.costs;
    }

    double of(short[] first, short[] second) {
        this.first = first;
        this.second = second;
        boolean articleOfFirst = parameters.oneAlphabet && Sounds.beginWithArticle(first);
        boolean articleOfSecond = parameters.oneAlphabet && Sounds.beginWithArticle(second);
        for (int i = 0; i <= first.length; i++) {
            for (int j = 0; j <= second.length; j++) {
                distance[i][j] = i + j == 0 ? 0 : Double.MAX_VALUE;
                leaveOut(i, j);
                instead(i, j);
                exchange(i, j);
                if (i == 2 && j == 0 && articleOfFirst) {
                    offer(i, j, ARTICLE, Step.ARTICLE_OF_FIRST);
                }
                if (j == 2 && i == 0 && articleOfSecond) {
                    offer(i, j, ARTICLE, Step.ARTICLE_OF_SECOND);
                }
            }
        }
        return distance[first.length][second.length];
    }

    private void leaveOut(int i, int j) {
        if (i > 0) {
            offer(i, j, distance[i - 1][j] + costs.leftOutOfFirst[first[i - 1]], Step.FIRST_LEFT_OUT);
        }
        if (j > 0) {
            offer(i, j, distance[i][j - 1] + costs.leftOutOfSecond[second[j - 1]], Step.SECOND_LEFT_OUT);
        }
    }

    /** Preferred where it costs the same. */
    private void instead(int i, int j) {
        if (i == 0 || j == 0) {
            return;
        }
        int pair = sound(first, i) * costs.columns + sound(second, j);
        double cost = distance[i - 1][j - 1] + weight(i, j) * costs.instead[pair];
        if (cost <= distance[i][j]) {
            distance[i][j] = cost;
            steps[i][j] = Step.INSTEAD;
        }
    }

    private void exchange(int i, int j) {
        if (parameters.oneAlphabet && i > 1 && j > 1 && sound(first, i) == sound(second, j - 1)
                && sound(first, i - 1) == sound(second, j)) {
            offer(i, j, distance[i - 2][j - 2] + EXCHANGED, Step.EXCHANGED);
        }
    }

    private void offer(int i, int j, double cost, Step step) {
        if (cost < distance[i][j]) {
            distance[i][j] = cost;
            steps[i][j] = step;
        }
    }

    /** What the way found last is made of; a sound that meets itself in its own alphabet costs nothing. */
    void uses(Use use) {
        int i = first.length;
        int j = second.length;
        while (i + j > 0) {
            switch (steps[i][j]) {
                case FIRST_LEFT_OUT -> use.of(parameters.leftOutOfFirst(first[--i]), 1);
                case SECOND_LEFT_OUT -> use.of(parameters.leftOutOfSecond(second[--j]), 1);
                case INSTEAD -> {
                    if (!parameters.oneAlphabet || sound(first, i) != sound(second, j)) {
                        use.of(parameters.instead(sound(first, i), sound(second, j)), weight(i, j));
                    }
                    i--;
                    j--;
                }
                case EXCHANGED -> {
                    i -= 2;
                    j -= 2;
                }
                case ARTICLE_OF_FIRST -> i -= 2;
                case ARTICLE_OF_SECOND -> j -= 2;
            }
        }
    }

    private static int sound(short[] codes, int place) {
        return Sounds.sound(codes[place - 1]);
    }

    private static double weight(int i, int j) {
        return i == 1 && j == 1 ? SoundDistance.INITIAL_WEIGHT : 1;
    }
}
