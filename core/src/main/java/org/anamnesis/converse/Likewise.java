package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.LikewiseWords;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/** What was just done, with something else: "and the BMI one" after "drop the HbA1c limit". */
final class Likewise {
    private final Conversation heard;

    /**
     * @param heard the conversation with the present message as its last
     */
    Likewise(Conversation heard) {
        this.heard = heard;
    }

    /** After a removal: what is named is not asked any more either. */
    List<Edit> removed(String message) {
        Optional<CohortSpec> before = before();
        Optional<LikewiseWords.Said> said = said(message);
        if (before.isEmpty() || said.isEmpty()) {
            return List.of();
        }
        List<Change> changes = Difference.of(before.get(), heard.spec());
        boolean removal =
                !changes.isEmpty()
                        && changes.stream().allMatch(c -> c.kind() == Change.Kind.REMOVED);
        return removal && asked(said.get().id())
                ? List.of(new Edit.Forget(said.get().id()))
                : List.of();
    }

    /** "same for sodium": the message before, of sodium. */
    Optional<String> again(String message) {
        return before().isPresent() && said(message).filter(LikewiseWords.Said::alike).isPresent()
                ? LikewiseWords.instead(heard.now().message(), message, heard.language())
                : Optional.empty();
    }

    private Optional<LikewiseWords.Said> said(String message) {
        return LikewiseWords.read(message, heard.language());
    }

    /** The state before the last message, if that changed anything. */
    private Optional<CohortSpec> before() {
        int size = heard.messages().size();
        Version now = heard.now();
        boolean just = size > 1 && heard.messages().get(size - 2).equals(now.message());
        return just && now.before().isPresent() && now.undone().isEmpty()
                ? Optional.of(heard.versions().get(now.before().getAsInt()).spec())
                : Optional.empty();
    }

    private boolean asked(String id) {
        for (Constraint c : heard.spec().constraints()) {
            if (Edit.Forget.about(c).subject().equals(id)) {
                return true;
            }
        }
        return heard.spec().beyond().overwrites().stream()
                .anyMatch(o -> o.observation().equals(id));
    }
}
