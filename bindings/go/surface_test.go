package coding_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"libcoding.org/go/coding"
)

// What describe.py says that the library has.
type surface struct {
	Methods   []struct{ Name string }
	Functions []struct {
		Name, Header string
		NeedsBook    bool `json:"needs_book"`
	}
	Shapes []struct {
		Name   string
		Fields []struct{ Name string }
	}
	Enumerations []struct {
		Name    string
		Members []struct {
			Word   string
			Number uint32
		}
	}
}

// Methods and functions that Go calls otherwise.
var otherNames = map[string]string{
	"read": "Parse", "search_complete": "CompleteWords", "system_blocks": "AllBlocks", "is_closed": "Closed",
	"edition_count": "Editions", "edition": "Editions", "origin_count": "Origins", "origin": "Origins",
	"section_count": "Sections", "section": "Sections", "poa_exempt": "POAExempt",
}

// Where in the package the functions are that need no book.
var functions = map[string]any{
	"date_today": coding.Today, "date_parse": coding.ParseDay, "status_text": coding.Status.Error,
	"version":   coding.Version,
	"rule_name": coding.Rule.String, "repair_name": coding.Repair.String, "parse": coding.Parse,
	"code_format": coding.Code.String, "code_format_bare": coding.Code.Bare, "code_system": coding.Code.System,
	"code_length": coding.Code.Length, "code_prefix": coding.Code.Prefix, "code_append": coding.Code.Append,
	"code_character": coding.Code.Character, "system_name": coding.System.String, "system_title": coding.System.Title,
	"system_parse": coding.SystemNamed, "damage_name": coding.Damage.String, "damage_text": coding.Damage.Sentence,
	"cpt_category_of": coding.Code.CPTCategory, "cpt_section": coding.Code.CPTSection, "ndc_format": coding.Code.NDC,
	"pcs_axis": coding.PCSAxis, "part_kind_name": coding.PartKind.String,
	"claim_rule_name": coding.ClaimRule.String, "claim_rule_title": coding.ClaimRule.Title,
	"claim_cure_name": coding.ClaimCure.String, "claim_kind_name": coding.ClaimKind.String,
	"claims_trouble_name": coding.ClaimsTrouble.String, "severity_name": coding.Severity.String,
	"visit_family_name": coding.VisitFamily.String, "mdm_name": coding.MDM.String,
	"visit_answer_name": coding.VisitAnswer.String, "sample_size": coding.SampleSize,
	"cc_name": coding.CC.String, "cc_reason_name": coding.CCReason.String,
	"charlson_age_points":     coding.CharlsonAgePoints,
	"comorbidity_scheme_name": coding.ComorbidityScheme.String, "comorbidity_scheme_parse": coding.ComorbiditySchemeNamed,
	"comorbidity_score_name": coding.ComorbidityScheme.ScoreName, "comorbidity_state_name": coding.ComorbidityState.String,
	"drg_return_name": coding.DRGReturn.String, "drg_type_name": coding.DRGType.String,
	"ground_name": coding.Ground.String, "outcome_name": coding.Outcome.String,
	"phrase_kind_name": coding.PhraseKind.String,
	"map_kind_name":    coding.MapKind.String, "passage_name": coding.Passage.String, "reason_name": coding.Reason.String,
	"risk_model_name": coding.RiskModel.String, "risk_model_named": coding.RiskModelNamed,
	"risk_model_title": coding.RiskModel.Title, "risk_segment_name": coding.RiskSegment.String,
	"risk_segment_title": coding.RiskSegment.Title, "risk_use_name": coding.RiskUse.String,
	"date_after": "time.Time has AddDate", "date_before": "time.Time has AddDate",
}

func readSurface(t *testing.T) surface {
	t.Helper()
	var found surface
	text, err := os.ReadFile(os.Getenv("CODING_SURFACE"))
	if err == nil {
		err = json.Unmarshal(text, &found)
	}
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// not_yet is NotYet.
func camel(name string) string {
	var words []string
	for _, word := range strings.Split(name, "_") {
		words = append(words, strings.ToUpper(word[:1])+word[1:])
	}
	return strings.Join(words, "")
}

func TestBookHasEveryMethod(t *testing.T) {
	book := reflect.TypeOf(&coding.Book{})
	methods := readSurface(t).Methods
	if len(methods) < 40 {
		t.Fatalf("%d methods", len(methods))
	}
	for _, method := range methods {
		name := otherNames[method.Name]
		if name == "" {
			name = camel(method.Name)
		}
		if _, found := book.MethodByName(name); !found {
			t.Errorf("Book has no %s", name)
		}
	}
}

// Chapters that coding.i takes.
func chapters(t *testing.T) map[string]bool {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(tree, "bindings/coding.i"))
	if err != nil {
		t.Fatal(err)
	}
	taken := map[string]bool{}
	for _, found := range regexp.MustCompile(`(?m)^%include <coding/(\w+)\.h>`).FindAllStringSubmatch(string(text), -1) {
		taken[found[1]] = true
	}
	return taken
}

func TestEveryFunctionThatNeedsNoBookIsHere(t *testing.T) {
	taken := chapters(t)
	for _, function := range readSurface(t).Functions {
		if taken[function.Header] && !function.NeedsBook && functions[function.Name] == nil {
			t.Errorf("%s is nowhere", function.Name)
		}
	}
}

var records = []any{
	coding.Block{}, coding.Candidate{}, coding.ClaimFinding{}, coding.ClaimItem{}, coding.Completion{}, coding.Estimate{},
	coding.Review{}, coding.Annotation{}, coding.Ccsr{}, coding.CcsrCategory{}, coding.GroupQueries{},
	coding.GroupQuery{}, coding.Operation{}, coding.OperationAxis{}, coding.Phrase{}, coding.Scanned{}, coding.Comorbidities{}, coding.ComorbidityCode{}, coding.ComorbidityGroup{},
	coding.Drg{}, coding.DrgWeight{}, coding.GroupChange{}, coding.GroupChanges{}, coding.GroupedCluster{},
	coding.GroupedDiagnosis{}, coding.GroupedProcedure{}, coding.Grouping{}, coding.MapRow{}, coding.Mapped{},
	coding.Mention{}, coding.Proposal{}, coding.RiskBlend{}, coding.RiskCategory{}, coding.RiskDiagnosis{},
	coding.RiskGap{}, coding.RiskScore{}, coding.RiskShare{}, coding.RiskTerm{},
	coding.VisitLevel{}, coding.Edition{}, coding.Entry{}, coding.Evidence{},
	coding.Finding{}, coding.Hit{}, coding.Note{}, coding.Origin{}, coding.Parsed{}, coding.Part{}, coding.Period{},
	coding.Reference{}, coding.Rows{}, coding.Section{}, coding.Seven{}, coding.Source{}, coding.Span{}, coding.Split{},
	coding.Suggestion{}, coding.Title{}, coding.Value{}, coding.Values{}, coding.Verdict{},
}

func TestEveryRecordHasItsFields(t *testing.T) {
	types := map[string]reflect.Type{}
	for _, record := range records {
		types[reflect.TypeOf(record).Name()] = reflect.TypeOf(record)
	}
	for _, shape := range readSurface(t).Shapes {
		record, found := types[shape.Name]
		if !found {
			t.Errorf("%s is not among the records of this test", shape.Name)
			continue
		}
		for _, field := range shape.Fields {
			if _, found := record.FieldByNameFunc(func(name string) bool {
				return strings.EqualFold(name, strings.ReplaceAll(field.Name, "_", ""))
			}); !found {
				t.Errorf("%s has no %s", shape.Name, field.Name)
			}
		}
	}
}

func TestMembersAreSpelledAsTheLibrarySpellsThem(t *testing.T) {
	words := map[string]func(uint32) string{
		"Rule":   func(n uint32) string { return coding.Rule(n).String() },
		"Damage": func(n uint32) string { return coding.Damage(n).String() },
		"Repair": func(n uint32) string { return coding.Repair(n).String() },
		"System": func(n uint32) string { return coding.System(n).String() },
		"Status": func(n uint32) string { return coding.Status(n).String() },
	}
	for _, enumeration := range readSurface(t).Enumerations {
		word := words[enumeration.Name]
		for _, member := range enumeration.Members {
			if word != nil && word(member.Number) != member.Word {
				t.Errorf("%s %d is %s, not %s", enumeration.Name, member.Number, word(member.Number), member.Word)
			}
		}
	}
	for system := coding.SystemICD10CM; system <= coding.SystemNDCProduct; system++ {
		same(t, coding.SystemNamed(system.String()), system)
	}
}
