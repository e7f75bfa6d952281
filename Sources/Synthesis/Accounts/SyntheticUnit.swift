import Accounts
import Classification

/// What kind of unit publishes: it decides which subjects the money goes to.
public enum UnitKind: String, Sendable, CaseIterable {
  case bureau, school, hospital, court, street, partyCommittee

  /// Prefixes of the functional subjects that such a unit mainly spends on.
  var mainSections: [String] {
    switch self {
    case .bureau: ["20103", "20126", "21301", "22001"]
    case .school: ["20502"]
    case .hospital: ["21002"]
    case .court: ["20405"]
    case .street: ["20103", "21201"]
    case .partyCommittee: ["20131", "20132"]
    }
  }

  /// Invented names of such units; `〇` stands for the name of the division.
  var nameTemplates: [String] {
    switch self {
    case .bureau: ["〇古树名木保护局", "〇水网调度局", "〇档案数字化局", "〇旧城记录整理服务中心"]
    case .school: ["〇第九十七中学", "〇云桥路小学", "〇石榴湾实验幼儿园"]
    case .hospital: ["〇云桥医院", "〇第十九人民医院", "〇石榴湾社区卫生服务中心"]
    case .court: ["〇云桥人民法庭", "〇石榴湾知识产权法庭"]
    case .street: ["〇人民政府云桥街道办事处", "〇石榴湾街道办事处"]
    case .partyCommittee: ["中国共产党〇委员会文书工作办公室", "中共〇委员会村史编写办公室"]
    }
  }
}

/// A unit that does not exist, in a division that does.
public struct SyntheticUnit: Hashable, Sendable {
  /// What kind of unit it is.
  public var kind: UnitKind
  /// Its full name, with the division, such as `武汉市江汉区水网调度局`.
  public var name: String
  /// GB/T 2260 code of the division that the name names.
  public var divisionCode: String

  /// Makes a unit with a name and a division of its own choice.
  public init(kind: UnitKind, name: String, divisionCode: String) {
    self.kind = kind
    self.name = name
    self.divisionCode = divisionCode
  }

  /// Draws a unit; its division is `division`, or drawn where that is nil.
  init(in division: Division? = nil, drawnBy random: inout SplitMix64) {
    kind = random.pick(UnitKind.allCases)
    var (code, place) = random.pick(Self.divisions)
    if let division { (code, place) = (division.code, Divisions.fullName(of: division)) }
    let template = random.pick(kind.nameTemplates)
    name = template.replacing("〇", with: place) + (random.chance(15) ? "本级" : "")
    divisionCode = code
  }

  /// Codes and full names of real divisions; several of the short names (鼓楼区, 和平区, 朝阳区) exist more than once.
  private static let divisions = [
    ("420103", "武汉市江汉区"), ("310107", "上海市普陀区"), ("440305", "深圳市南山区"), ("330106", "杭州市西湖区"),
    ("510107", "成都市武侯区"), ("370202", "青岛市市南区"), ("320106", "南京市鼓楼区"), ("610103", "西安市碑林区"),
    ("430102", "长沙市芙蓉区"), ("350203", "厦门市思明区"), ("500103", "重庆市渝中区"), ("210102", "沈阳市和平区"),
    ("450103", "南宁市青秀区"), ("530102", "昆明市五华区"), ("110105", "北京市朝阳区"), ("360121", "南昌市南昌县"),
    ("341125", "滁州市定远县"), ("330782", "义乌市"), ("320583", "昆山市"), ("420100", "武汉市"),
  ]
}

extension String {
  /// The string with every occurrence of `mark` replaced; the standard library's own brings in the regex engine.
  func replacing(_ mark: Character, with replacement: String) -> String {
    reduce(into: "") { result, character in
      if character == mark { result += replacement } else { result.append(character) }
    }
  }
}
