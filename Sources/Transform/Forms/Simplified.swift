import Accounts

/// Traditional characters that stand for simplified ones in the labels of lines and the names of classes.
enum Simplified {
  /// The text with simplified characters where the labels of the forms have them.
  static func folding(_ text: NormalText) -> NormalText {
    guard text.units.contains(where: { table[$0] != nil }) else { return text }
    return NormalText(units: text.units.map { table[$0] ?? $0 })
  }

  private static let table = Dictionary(zip(traditional.utf16, simplified.utf16)) { first, _ in first }
  private static let simplified =
    "务业员会关险疗医机构单职养发国资产财经费设环节农乡区学术体传卫级补贴个对债还预备应灾运输项离积织统总转结余营属缴粮储气护拨计专贸际别间电额弥从证权众万龄游"
  private static let traditional =
    "務業員會關險療醫機構單職養發國資產財經費設環節農鄉區學術體傳衛級補貼個對債還預備應災運輸項離積織統總轉結餘營屬繳糧儲氣護撥計專貿際別間電額彌從證權眾萬齡遊"
}
