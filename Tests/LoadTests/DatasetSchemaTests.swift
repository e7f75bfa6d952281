import Testing

@testable import Load

@Suite struct DatasetSchemaTests {
  /// The columns of the contract, design/datasets.md.
  static let contract: [String: String] = [
    "documents": """
    document_id,source_path,source_sha256,source_bytes,source_format,source_layout,source_encoding,report_kind,\
    fiscal_year,unit_name,unit_name_printed,division_code,division_name,published_on,money_unit,outcome,\
    forms_found,amounts,repaired,unresolved,errors,warnings,superseded_by

    """,
    "amounts": """
    document_id,fiscal_year,unit_name,division_code,form,side,row,line_number,code,name,level,measure,amount,\
    status,confidence,proof,amount_low,amount_high,amount_printed,code_printed,name_printed,source_line

    """,
    "facts": """
    document_id,fiscal_year,unit_name,division_code,fact,subject,base,value,unit,reason,status,confidence,\
    value_printed,source_line,source_line_end

    """,
    "projects": """
    document_id,fiscal_year,unit_name,division_code,source,project,budget,actual,execution_rate,score,department,\
    implementer,category,funding,results,problems,improvements,deviation_reason,status,confidence,source_line

    """,
    "indicators": """
    document_id,fiscal_year,unit_name,division_code,scope,goal,level1,level2,indicator,kind,weight,target,actual,\
    score,status,confidence,source_line

    """,
    "priorities": """
    document_id,fiscal_year,unit_name,division_code,sequence,item,content,completion,source_line

    """,
    "glossary": """
    document_id,fiscal_year,unit_name,division_code,term,definition,code,source_line

    """,
    "findings": """
    document_id,fiscal_year,unit_name,division_code,rule,severity,form,side,row,measure,fact,printed,expected,\
    difference,message,source_line

    """,
    "repairs": """
    document_id,fiscal_year,unit_name,division_code,dataset,key,field,printed,value,rule,proof,confidence,\
    witnesses,alternatives,source_line

    """,
  ]

  @Test(arguments: Dataset.all.map(\.schema))
  func theHeaderIsTheContract(schema: DatasetSchema) {
    #expect(schema.header.text == Self.contract[schema.name])
  }

  @Test func theDatasetsAreListedInTheOrderOfTheContract() {
    #expect(
      Dataset.all.map(\.schema.name) == [
        "documents", "amounts", "facts", "projects", "indicators", "priorities", "glossary", "findings", "repairs",
      ])
  }

  @Test(arguments: Dataset.all.map(\.schema))
  func everyColumnIsNamedOnceAndDescribedInOneSentence(schema: DatasetSchema) {
    #expect(Set(schema.fields.map(\.name)).count == schema.fields.count)
    for field in schema.fields { #expect(field.description.hasSuffix("."), "\(field.name)") }
  }

  @Test func everyRowRefersToItsDocument() {
    #expect(Dataset.all.map(\.schema.parent) == [nil] + Array(repeating: "documents", count: 8))
    #expect(Dataset.documents.schema.primaryKey == ["document_id"])
  }
}

extension DatasetSchema: CustomTestStringConvertible {
  /// The name alone: the whole schema would fill the log.
  public var testDescription: String { name }
}
