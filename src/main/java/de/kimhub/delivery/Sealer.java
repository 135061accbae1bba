package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import de.kimhub.message.MessageKind;
import de.kimhub.translation.Translator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the next items of a lane out of the outbox and seals them into a batch, in one transaction: members, bytes and
 * digest are fixed before the first attempt.
 */
final class Sealer {

    /** What came of it. */
    enum Result {
        SEALED,
        /** Items were taken out, but none of them is to be given. */
        WITHDRAWN,
        NOTHING_WAITS,
        /** Another transaction is just changing what the next item rests on, or its sender is not configured. */
        BLOCKED
    }

    private static final ItemRenderer.Rendered NOTHING =
            new ItemRenderer.Rendered(new byte[0], Map.of());

    private final TransactionTemplate transactions;
    private final SealingReader reader;
    private final ItemJudge judge;
    private final Composer composer;
    private final ItemRenderer renderer;
    private final SealingWriter writer;

    Sealer(TransactionTemplate transactions, SealingReader reader, ItemJudge judge, Composer composer,
           ItemRenderer renderer, SealingWriter writer) {
        this.transactions = transactions;
        this.reader = reader;
        this.judge = judge;
        this.composer = composer;
        this.renderer = renderer;
        this.writer = writer;
    }

    /** The caller holds the lane. */
    Result seal(LaneId lane, Instance recipient) {
        return transactions.execute(status -> {
            Set<Integer> absent = judge.absentSenders();
            List<WaitingItem> items = reader.waiting(lane, absent, recipient.batchSize());
            Result nothing = absent.isEmpty() && !reader.anyFrozen() ? Result.NOTHING_WAITS : Result.BLOCKED;
            return items.isEmpty() ? nothing : seal(lane, recipient, items);
        });
    }

    private Result seal(LaneId lane, Instance recipient, List<WaitingItem> items) {
        Judgement judgement = judge.judge(lane, recipient, items);
        List<Withdrawal> withdrawals = new ArrayList<>(judgement.withdrawals());
        Page page = render(lane, recipient, judgement.admitted(), withdrawals);
        if (page.items().isEmpty() && withdrawals.isEmpty()) {
            return Result.BLOCKED;
        }
        writer.withdraw(lane, withdrawals);
        if (page.items().isEmpty()) {
            return Result.WITHDRAWN;
        }
        String extension = recipient.connector().translator().fileExtension().orElse("dat");
        writer.seal(lane, recipient, page.items(), page.bytes(), extension);
        return Result.SEALED;
    }

    /** Again without what cannot be rendered, until the rest can: a correction may refer to what fell out. */
    private Page render(LaneId lane, Instance recipient, List<Admitted> admitted, List<Withdrawal> withdrawals) {
        Translator translator = recipient.connector().translator();
        List<Admitted> left = new ArrayList<>(admitted);
        while (true) {
            List<Withdrawal> fallen = new ArrayList<>();
            List<Composed> composed =
                    composer.compose(lane.recipientNo(), recipient.connector().descriptor(), left, fallen);
            ItemRenderer.Rendered rendered = composed.isEmpty() ? NOTHING
                    : renderer.render(recipient.id(), translator, composed.stream().map(Composed::outgoing).toList());
            if (rendered.refused().isEmpty()) {
                withdrawals.addAll(fallen);
                return new Page(composed, rendered.bytes());
            }
            rendered.refused().forEach((index, code) -> {
                Composed refused = composed.get(index);
                withdrawals.add(new Withdrawal(refused.admitted().item(), code, mustBeTold(refused)));
                left.remove(refused.admitted());
            });
        }
    }

    private static boolean mustBeTold(Composed refused) {
        MessageKind kind = refused.outgoing().kind();
        return refused.outgoing().replaces() != null || kind == MessageKind.STOP;
    }

    private record Page(List<Composed> items, byte[] bytes) {
    }
}
