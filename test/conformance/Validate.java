// Lines "flavours<TAB>file" on standard input → lines "file<TAB>flavour<TAB>rule<TAB>times<TAB>message"; rule "-" where it complies.
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] job = line.split("\t", 2);
      for (String name : job[0].split(",")) validate(job[1], name, out);
    }
    out.flush();
  }

  private static void validate(String file, String name, PrintStream out) {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
         PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      if (result.isCompliant()) {
        out.println(String.join("\t", file, name, "-", "0", ""));
        return;
      }
      Map<String, Integer> times = new LinkedHashMap<>();
      Map<String, String> messages = new LinkedHashMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        times.merge(rule, 1, Integer::sum);
        messages.putIfAbsent(rule, assertion.getMessage() + " at " + assertion.getLocation().getContext());
      }
      for (Map.Entry<String, Integer> entry : times.entrySet()) {
        out.println(String.join("\t", file, name, entry.getKey(), String.valueOf(entry.getValue()), messages.get(entry.getKey()).replaceAll("\\s+", " ")));
      }
    } catch (Exception failure) {
      out.println(String.join("\t", file, name, "unreadable", "1", String.valueOf(failure).replaceAll("\\s+", " ")));
    }
  }
}
