package org.anamnesis.converse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.evaluate.JudgedTables;
import org.anamnesis.generate.CompletedSurvey;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Learners;
import org.anamnesis.generate.Training;
import org.anamnesis.learn.ColumnSchema;
import org.anamnesis.learn.Content;
import org.anamnesis.learn.KnownRule;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.NumberStyle;
import org.anamnesis.learn.Provenance;
import org.anamnesis.learn.RuledModel;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.Signs;
import org.anamnesis.learn.StatedRules;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.OnlyIf;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Learns the networks that ship from survey microdata that do not. They are judged and attacked on
 * persons whom they have not seen, like any model that is kept.
 */
final class PretrainDesk {
    /**
     * Persons who are judged, of all: weights of the survey differ by up to ten times, and nobody
     * is judged twice.
     */
    private static final double JUDGED = 0.25;

    private static final double JUDGED_APART = 0.6;

    private PretrainDesk() {}

    /** Writes a model file an engine; returns what was found about each. */
    static List<String> train(
            Path nhanes,
            List<String> engines,
            Path out,
            long seed,
            String today,
            Progress progress) {
        Path adults = nhanes.resolve("nhanes_adults_2005_2020.csv.gz");
        if (!Files.isRegularFile(adults)) {
            throw new RequestException(
                    List.of(
                            new Problem(
                                    "census.microdata",
                                    adults.toString(),
                                    "there is no such microdata file",
                                    "the folder that holds the merged NHANES files")));
        }
        Learners learners = Learners.installed();
        List<Learner> wanted = engines.stream().map(learners::named).toList();
        try {
            Files.createDirectories(out);
            progress.step("completing the survey", 0.01);
            CompletedSurvey survey = CompletedSurvey.of(adults);
            return wanted.stream()
                    .map(l -> trained(l, survey, adults, out, seed, today, progress))
                    .flatMap(List::stream)
                    .toList();
        } catch (IOException e) {
            throw new EnvironmentException("no network could be made: " + e.getMessage(), e);
        }
    }

    private static List<String> trained(
            Learner learner,
            CompletedSurvey survey,
            Path microdata,
            Path out,
            long seed,
            String today,
            Progress progress) {
        Table people = survey.learned();
        List<KnownRule> rules =
                StatedRules.of(
                        CompletedSurvey.rules().stream().map(r -> stated(r, people)).toList(),
                        people);
        var audit = new LearningAudit();
        Smoothing.Passed<RuledModel> passed =
                Smoothing.raised(
                        learner.name(),
                        "another engine",
                        smoothing -> {
                            Training.Watch watch =
                                    (what, fraction) -> {
                                        progress.step(learner.name() + ", " + what, fraction);
                                        return true;
                                    };
                            RuledModel model =
                                    RuledModel.learn(
                                            learner,
                                            people,
                                            rules,
                                            new Training(seed, smoothing, 1, watch));
                            List<JudgedTables> judged = List.of(judged(model, survey, seed));
                            return new Smoothing.Tried<>(
                                    model, audit.of(judged, List.of(), "", seed));
                        });
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("seed", seed);
        parameters.put("smoothing", passed.smoothing());
        parameters.put("weights", "survey weights, pooled over 2011 to March 2020");
        parameters.put("judged_apart", survey.apart().rows());
        Schema schema = schema(people.variables());
        new ModelFile(
                        schema,
                        learner.name(),
                        parameters,
                        new Provenance(
                                microdata.getFileName().toString(),
                                sha256(microdata),
                                people.rows() + survey.apart().rows(),
                                people.rows(),
                                schema.columns().size(),
                                List.of(),
                                today,
                                Desk.VERSION),
                        passed.verdict().privacy(),
                        passed.verdict().quality(),
                        passed.model())
                .write(out.resolve(Pretrained.file(learner.name())));
        return passed.said().stream().map(s -> learner.name() + ": " + s).toList();
    }

    private static String stated(OnlyIf rule, Table people) {
        List<String> levels = people.variable(rule.parent()).levels();
        return rule.levels().stream()
                .map(l -> "'" + levels.get(l) + "'")
                .collect(
                        Collectors.joining(
                                ", ", rule.column() + " only if " + rule.parent() + " in (", ")"));
    }

    private static JudgedTables judged(RuledModel model, CompletedSurvey survey, long seed) {
        Table train = blanked(CompletedSurvey.likely(survey.learned(), JUDGED, seed));
        Table apart = blanked(CompletedSurvey.likely(survey.apart(), JUDGED_APART, seed));
        return new JudgedTables(train, apart, Sampler.free(model, train.rows(), seed));
    }

    /** People as they are, without what was lent to those to whom a column does not apply. */
    private static Table blanked(Table people) {
        Table out = people;
        for (OnlyIf rule : CompletedSurvey.rules()) {
            double[] parent = out.column(rule.parent());
            double[] column = out.column(rule.column()).clone();
            for (int i = 0; i < column.length; i++) {
                column[i] = rule.applies(parent[i]) ? column[i] : Double.NaN;
            }
            List<Variable> variables = out.variables();
            double[][] columns = new double[variables.size()][];
            for (int k = 0; k < columns.length; k++) {
                boolean own = variables.get(k).name().equals(rule.column());
                columns[k] = own ? column : out.column(k);
            }
            out = new Table(variables, columns, out.weights());
        }
        return out;
    }

    private static Schema schema(List<Variable> variables) {
        List<ColumnSchema> columns = variables.stream().map(PretrainDesk::column).toList();
        return new Schema(columns, ',', Optional.empty(), Optional.empty());
    }

    private static ColumnSchema column(Variable v) {
        Content content =
                v.isCategory()
                        ? new Content.Levels(v.levels(), Optional.empty())
                        : new Content.Numbers(
                                NumberStyle.POINT,
                                v.decimals(),
                                0,
                                Math.pow(10, -v.decimals()),
                                v.unit(),
                                Optional.empty(),
                                Signs.NONE);
        return new ColumnSchema(
                v.name(), content, true, List.of(), List.of(), "", Optional.empty());
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                var heard = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            heard.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(heard.getMessageDigest().digest());
        } catch (IOException e) {
            throw new EnvironmentException(file + " could not be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java runtime has SHA-256", absent);
        }
    }
}
