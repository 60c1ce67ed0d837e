package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.LikewiseWords;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

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

    /** "same missingness for LDL": what was just changed of the values of one observation. */
    List<Edit> copied(String message) {
        Optional<CohortSpec> before = before();
        Optional<LikewiseWords.Said> said = said(message);
        if (before.isEmpty() || said.filter(LikewiseWords.Said::alike).isEmpty()) {
            return List.of();
        }
        List<Overwrite> old = before.get().beyond().overwrites();
        List<Edit> all = new ArrayList<>();
        for (Overwrite o : heard.spec().beyond().overwrites()) {
            if (!old.contains(o) && Measurands.bundled().find(said.get().id()).isPresent()) {
                of(o, said.get().id()).map(Edit.AddOverwrite::new).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<Overwrite> of(Overwrite o, String id) {
        if (o instanceof Overwrite.Missing m) {
            return Optional.of(new Overwrite.Missing(id, m.percent(), m.more()));
        }
        if (o instanceof Overwrite.Outliers x) {
            return Optional.of(new Overwrite.Outliers(id, x.percent()));
        }
        if (o instanceof Overwrite.Spread x) {
            return Optional.of(new Overwrite.Spread(id, x.factor()));
        }
        return o instanceof Overwrite.Shaped x
                ? Optional.of(new Overwrite.Shaped(id, x.form()))
                : Optional.empty();
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
