package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the bytes of a batch anew from fewer of its events; of the others, what the recipient may still have. */
final class Remaking {

    private final ItemJudge judge;
    private final Composer composer;
    private final ItemRenderer renderer;

    Remaking(ItemJudge judge, Composer composer, ItemRenderer renderer) {
        this.judge = judge;
        this.composer = composer;
        this.renderer = renderer;
    }

    /**
     * @param bytes  none: nothing is left
     * @param events what is in them
     */
    record Remade(byte[] bytes, Set<Long> events) {
    }

    /** In the caller's transaction. Empty: another transaction is just changing what it rests on. */
    Optional<Remade> of(LaneId lane, Instance recipient, List<WaitingItem> items) {
        Judgement judgement = judge.judgeSealed(lane, recipient, items);
        if (judgement.blocked()) {
            return Optional.empty();
        }
        List<Composed> composed = new ArrayList<>(composer.compose(lane.recipientNo(),
                recipient.connector().descriptor(), judgement.admitted(), new ArrayList<>()));
        while (!composed.isEmpty()) {
            ItemRenderer.Rendered rendered = renderer.render(recipient.id(), recipient.connector().translator(),
                    composed.stream().map(Composed::outgoing).toList());
            if (rendered.refused().isEmpty()) {
                return Optional.of(new Remade(rendered.bytes(), composed.stream()
                        .map(one -> one.admitted().event().id()).collect(Collectors.toSet())));
            }
            rendered.refused().keySet().stream().sorted(java.util.Comparator.reverseOrder())
                    .forEach(index -> composed.remove(index.intValue()));
        }
        return Optional.of(new Remade(new byte[0], Set.of()));
    }
}
