package de.kimhub.kit;

import de.kimhub.connector.Descriptor.Capability;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.message.Problem;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.OutgoingItem;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.Rendering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Level 2 for delivering: every declared event and capability works, and what is not declared is refused. */
final class DeliveryCheck {

    private final KitFolder folder;
    private final FullItem full;

    DeliveryCheck(KitFolder folder) {
        this.folder = folder;
        this.full = new FullItem(folder);
    }

    List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>();
        results.add(folder.result(Level.CONTRACT, "a direction that is not declared is refused", undeclaredDirections()));
        if (folder.delivers()) {
            results.add(folder.result(Level.CONTRACT, "every declared event can be delivered with all its fields",
                    declaredEvents()));
            results.add(folder.result(Level.CONTRACT, "an event that is not declared is refused", undeclaredEvents()));
            results.add(folder.result(Level.CONTRACT, "declared capabilities show in what is delivered", capabilities()));
            results.add(folder.result(Level.CONTRACT, "the same items give the same bytes", sameBytes()));
        }
        return results;
    }

    private List<String> undeclaredDirections() {
        List<String> findings = new ArrayList<>();
        if (!folder.receives() && !isRefused(() ->
                folder.translator().open(DocumentContent.of(new byte[] {'a'}), ReadMark.START))) {
            findings.add(folder.place("connector.yaml")
                    + ": A document can be opened although nothing is received." + KitProblem.DIRECTION_NOT_REFUSED);
        }
        if (!folder.delivers() && !isRefused(() -> folder.translator().render(List.of()))) {
            findings.add(folder.place("connector.yaml")
                    + ": Items can be rendered although nothing is delivered." + KitProblem.DIRECTION_NOT_REFUSED);
        }
        return findings;
    }

    private static boolean isRefused(Runnable action) {
        try {
            action.run();
            return false;
        } catch (IllegalStateException refused) {
            return true;
        }
    }

    private List<String> declaredEvents() {
        List<String> findings = new ArrayList<>();
        for (EventType type : folder.translator().delivers()) {
            for (MessageKind kind : kinds()) {
                Rendering rendering = folder.translator().render(List.of(item(type, kind, FieldValues.EMPTY)));
                for (Problem problem : rendering.problems().values()) {
                    findings.add(folder.place("deliver.yaml") + ": '" + type.code() + "' as " + kind.code()
                            + " cannot be rendered" + (problem.place().field() == null ? ""
                            : ", column " + problem.place().field()) + " [" + problem.code().code()
                            + "]. Complete the mapping or the code list." + KitProblem.NOT_RENDERED);
                }
                if (rendering.problems().isEmpty() && rendering.bytes().length == 0) {
                    findings.add(folder.place("deliver.yaml") + ": '" + type.code() + "' as " + kind.code()
                            + " is rendered to nothing." + KitProblem.NOT_RENDERED);
                }
            }
        }
        return findings;
    }

    /** Kinds that reach this tool: what it has no capability for becomes a task for people. */
    private List<MessageKind> kinds() {
        Set<Capability> capabilities = folder.connector().descriptor().capabilities();
        return Arrays.stream(MessageKind.values()).filter(kind -> switch (kind) {
            case EVENT, STATUS -> true;
            case STOP -> capabilities.contains(Capability.STOPS);
            case CORRECTION -> capabilities.contains(Capability.CORRECTS);
            case RETRACTION -> capabilities.contains(Capability.RETRACTS);
        }).toList();
    }

    private List<String> undeclaredEvents() {
        return Arrays.stream(EventType.values()).filter(type -> !folder.translator().delivers().contains(type))
                .filter(type -> folder.translator().render(List.of(item(type, MessageKind.EVENT, FieldValues.EMPTY)))
                        .problems().isEmpty())
                .map(type -> folder.place("deliver.yaml") + ": '" + type.code()
                        + "' is rendered although 'events' does not name it." + KitProblem.EVENT_NOT_REFUSED).toList();
    }

    private List<String> capabilities() {
        List<String> findings = new ArrayList<>();
        Set<Capability> capabilities = folder.connector().descriptor().capabilities();
        for (EventType type : folder.translator().delivers()) {
            byte[] event = bytes(type, MessageKind.EVENT);
            if (capabilities.contains(Capability.CORRECTS) && Arrays.equals(event, bytes(type, MessageKind.CORRECTION))) {
                findings.add(folder.place("deliver.yaml") + ": A correction of '" + type.code() + "' looks like a new"
                        + " event. Add a column from event.kind, or remove 'corrects'." + KitProblem.CHANGE_NOT_SHOWN);
            }
            if (capabilities.contains(Capability.RETRACTS) && Arrays.equals(event, bytes(type, MessageKind.RETRACTION))) {
                findings.add(folder.place("deliver.yaml") + ": What is taken back of '" + type.code() + "' looks like a"
                        + " new event. Add a column from event.kind, or remove 'retracts'." + KitProblem.CHANGE_NOT_SHOWN);
            }
            if (capabilities.contains(Capability.STOPS) && Arrays.equals(event, bytes(type, MessageKind.STOP))) {
                findings.add(folder.place("deliver.yaml") + ": The notice that stops a '" + type.code() + "' looks like a"
                        + " new event. Add a column from event.kind, or remove 'stops'." + KitProblem.CHANGE_NOT_SHOWN);
            }
        }
        return findings;
    }

    private List<String> sameBytes() {
        List<OutgoingItem> items = folder.translator().delivers().stream()
                .map(type -> item(type, MessageKind.EVENT, FieldValues.EMPTY)).toList();
        return Arrays.equals(folder.translator().render(items).bytes(), folder.translator().render(items).bytes())
                ? List.of() : List.of(folder.place("deliver.yaml")
                + ": Rendered twice, the same items give other bytes, so a repeated attempt differs." + KitProblem.OTHER_BYTES);
    }

    private byte[] bytes(EventType type, MessageKind kind) {
        return folder.translator().render(List.of(item(type, kind, full.values()))).bytes();
    }

    private OutgoingItem item(EventType type, MessageKind kind, FieldValues before) {
        return new OutgoingItem("1-1", type, kind, "KIM-1", full.values(), before, kind == MessageKind.EVENT ? null : "1-0");
    }
}
