extension Gazetteer {
  /// Organisations as `name | other names | adjectives`.
  ///
  /// A letter that is small here may be large in the text; a large one must be large; a name all in
  /// capitals must stand so.
  static let organisations = """
    NATO|Nato, North Atlantic Treaty Organization, North Atlantic Treaty Organisation, North Atlantic Alliance, Atlantic alliance, western alliance, transatlantic alliance
    European Union|EU, E.U.
    European Commission|EU Commission
    European Council|
    European Parliament|EU Parliament
    European Central Bank|ECB
    European Court of Justice|ECJ
    European Court of Human Rights|ECHR
    Council of Europe|
    Council of the European Union|
    Eurogroup|
    Europol|
    Interpol|INTERPOL
    United Nations|UN, U.N.
    UN Security Council|United Nations Security Council, U.N. Security Council, Security Council
    UN General Assembly|United Nations General Assembly, U.N. General Assembly, General Assembly
    UN Human Rights Council|Human Rights Council, U.N. Human Rights Council
    UNESCO|Unesco
    UNICEF|Unicef
    UNHCR|
    UNRWA|
    World Food Programme|World Food Program, WFP
    International Atomic Energy Agency|IAEA
    World Health Organization|World Health Organisation, WHO
    World Trade Organization|World Trade Organisation, WTO
    World Bank|
    International Monetary Fund|IMF
    International Court of Justice|ICJ
    International Criminal Court|ICC
    International Olympic Committee|IOC
    International Committee of the Red Cross|ICRC
    Red Cross|
    Red Crescent|
    Organization for Security and Cooperation in Europe|Organization for Security and Co-operation in Europe, Organisation for Security and Cooperation in Europe, Organisation for Security and Co-operation in Europe, OSCE
    Organization for Economic Cooperation and Development|Organisation for Economic Co-operation and Development, OECD
    Organization of the Petroleum Exporting Countries|OPEC, Opec
    OPEC+|
    Organisation for the Prohibition of Chemical Weapons|Organization for the Prohibition of Chemical Weapons, OPCW
    Organization of American States|OAS
    Organisation of Islamic Cooperation|Organization of Islamic Cooperation, OIC
    African Union|
    Arab League|League of Arab States
    Gulf Cooperation Council|GCC
    Association of Southeast Asian Nations|ASEAN, Asean
    Commonwealth of Independent States|
    Collective Security Treaty Organization|Collective Security Treaty Organisation, CSTO
    Shanghai Cooperation Organization|Shanghai Cooperation Organisation, SCO
    Eurasian Economic Union|
    Warsaw Pact|
    Mercosur|
    ECOWAS|Ecowas
    BRICS|Brics
    Group of Seven|G7, G-7, group of seven
    Group of Eight|G8, G-8, group of eight
    Group of 20|G20, G-20, group of twenty
    Quad|
    AUKUS|Aukus
    Asian Development Bank|
    Financial Action Task Force|FATF
    White House|Biden White House, Trump White House, Obama White House, Clinton White House, Bush White House
    Kremlin|
    Downing Street|10 Downing Street, No 10, No. 10, Number 10
    Elysee|Élysée, Elysee Palace, Élysée Palace
    Quai d'Orsay|
    Whitehall|
    Foggy Bottom|
    Pentagon|US Department of Defense, U.S. Department of Defense, Department of Defense, Defense Department, US Defense Department, U.S. Defense Department, DOD
    US State Department|State Department, U.S. State Department, US Department of State, U.S. Department of State, Department of State
    US Justice Department|Justice Department, U.S. Justice Department, Department of Justice, US Department of Justice, U.S. Department of Justice, DOJ
    US Treasury|Treasury Department, U.S. Treasury, US Treasury Department, U.S. Treasury Department, Department of the Treasury
    US Department of Homeland Security|Department of Homeland Security, Homeland Security Department, Homeland Security, DHS
    US Commerce Department|Commerce Department, Department of Commerce, U.S. Commerce Department
    US Energy Department|Energy Department, Department of Energy, U.S. Energy Department
    US Labor Department|Labor Department, Department of Labor, U.S. Labor Department
    US Education Department|Education Department, Department of Education, U.S. Department of Education
    US Interior Department|Interior Department, Department of the Interior
    US Department of Agriculture|Department of Agriculture, Agriculture Department, USDA
    US Department of Health and Human Services|Department of Health and Human Services, Health and Human Services, HHS
    US Department of Veterans Affairs|Department of Veterans Affairs, Veterans Affairs
    US Department of Transportation|Department of Transportation, Transportation Department
    Capitol|US Capitol, U.S. Capitol, Capitol Hill
    US Congress|Congress, U.S. Congress
    US Senate|Senate, U.S. Senate
    US House of Representatives|House, House of Representatives, U.S. House of Representatives, U.S. House
    US Supreme Court|Supreme Court, U.S. Supreme Court, Supreme Court of the United States, SCOTUS
    Senate Foreign Relations Committee|
    Senate Intelligence Committee|
    Senate Judiciary Committee|
    Senate Armed Services Committee|
    House Intelligence Committee|
    House Judiciary Committee|
    House Oversight Committee|
    House Foreign Affairs Committee|
    House Freedom Caucus|Freedom Caucus
    Electoral College|electoral college
    Republican Party|GOP, G.O.P., Grand Old Party, Republican party|Republican+
    Democratic Party|Democratic party, Democrats|Democratic, Democrat
    Republican National Committee|RNC
    Democratic National Committee|DNC
    Republican National Convention|GOP convention
    Democratic National Convention|
    Libertarian Party||Libertarian+
    Green Party|Greens
    Tea Party|tea party
    Federal Bureau of Investigation|FBI, F.B.I.
    Central Intelligence Agency|CIA, C.I.A.
    National Security Agency|NSA, N.S.A.
    National Security Council|NSC, US National Security Council, U.S. National Security Council
    Office of the Director of National Intelligence|ODNI
    Secret Service|US Secret Service, U.S. Secret Service
    Internal Revenue Service|IRS, I.R.S.
    Environmental Protection Agency|EPA, E.P.A.
    Federal Election Commission|FEC
    Federal Communications Commission|FCC
    Federal Trade Commission|FTC
    Federal Reserve|Fed, US Federal Reserve, U.S. Federal Reserve, Federal Reserve Board
    Securities and Exchange Commission|SEC
    Food and Drug Administration|FDA
    Centers for Disease Control and Prevention|CDC, Centers for Disease Control
    Drug Enforcement Administration|DEA
    Immigration and Customs Enforcement|US Immigration and Customs Enforcement, U.S. Immigration and Customs Enforcement, ICE
    Customs and Border Protection|US Customs and Border Protection, U.S. Customs and Border Protection, CBP
    Border Patrol|US Border Patrol, U.S. Border Patrol
    NASA|Nasa
    FEMA|Federal Emergency Management Agency
    Joint Chiefs of Staff|Joint Chiefs
    US Army|U.S. Army
    US Navy|U.S. Navy
    US Air Force|U.S. Air Force
    US Marine Corps|U.S. Marine Corps, Marine Corps, US Marines, U.S. Marines
    US Coast Guard|U.S. Coast Guard, Coast Guard
    US Central Command|U.S. Central Command, CENTCOM
    National Guard|
    American Civil Liberties Union|ACLU
    NAACP|
    National Rifle Association|NRA
    Planned Parenthood|
    AFL-CIO|
    U.S. Chamber of Commerce|US Chamber of Commerce, Chamber of Commerce
    Ku Klux Klan|KKK
    Black Lives Matter|
    FSB|Federal Security Service
    GRU|
    SVR|
    KGB|
    Duma|State Duma, Russian Duma
    Federation Council|
    Roscosmos|
    Gazprom|
    Rosneft|
    Wagner|Wagner Group, Wagner group
    Verkhovna Rada|Rada
    Knesset|
    Mossad|
    Shin Bet|
    Israel Defense Forces|IDF, Israeli Defense Forces
    Palestinian Authority|
    Hamas|
    Hezbollah|Hizbullah, Hizbollah
    Fatah|
    Islamic Jihad|
    Palestine Liberation Organization|PLO
    Islamic State|ISIS, Isis, ISIL, Islamic State of Iraq and Syria, Islamic State group, IS group, Daesh
    al-Qaeda|Al Qaeda, al Qaeda, Al-Qaeda, al-Qaida, Al-Qaida, Al Qaida, al Qaida
    Taliban|
    Boko Haram|
    al-Shabab|Al-Shabab, al-Shabaab, Al-Shabaab, Al Shabaab
    Muslim Brotherhood|
    Houthis|Houthi
    PKK|Kurdistan Workers' Party
    YPG|
    Syrian Democratic Forces|SDF
    Revolutionary Guards|Islamic Revolutionary Guard Corps, Islamic Revolutionary Guards Corps, IRGC, Revolutionary Guard
    Quds Force|
    Politburo|
    Communist Party of China|Chinese Communist Party, CCP
    People's Liberation Army|PLA
    House of Commons|Commons
    House of Lords|Lords
    Labour Party|Labour, Labour party
    Conservative Party|Tories, Tory party, Tory Party, Conservative party
    Liberal Democrats|Lib Dems
    Scottish National Party|SNP
    UKIP|Ukip, UK Independence Party
    Democratic Unionist Party|DUP
    Sinn Fein|Sinn Féin
    Foreign Office|UK Foreign Office, British Foreign Office
    Home Office|
    Ministry of Defence|UK Ministry of Defence, MoD
    Bank of England|
    Scotland Yard|
    Metropolitan Police|
    MI5|
    MI6|
    GCHQ|
    Buckingham Palace|
    Bundestag|German Bundestag
    Bundesrat|
    Bundeswehr|
    Christian Democratic Union|CDU, Christian Democrats
    Social Democratic Party|SPD, Social Democrats
    Alternative for Germany|AfD
    Free Democratic Party|FDP
    National Front|Front National
    National Rally|Rassemblement National
    National Assembly|
    Five Star Movement|
    Lok Sabha|
    Bharatiya Janata Party|BJP
    Law and Justice|
    Fidesz|
    Reuters|Thomson Reuters, Reuters news agency
    Associated Press|AP, The AP
    Agence France-Presse|AFP, Agence France Presse
    TASS|Tass, ITAR-TASS, Itar-Tass
    RIA Novosti|RIA
    Interfax|
    Sputnik|
    Ukrinform|
    Xinhua|Xinhua News Agency
    Kyodo|Kyodo News
    Yonhap|Yonhap News Agency
    KCNA|Korean Central News Agency
    Anadolu Agency|Anadolu
    IRNA|
    Fars|Fars News Agency
    Tasnim|Tasnim News Agency
    SANA|
    DPA|
    ANSA|
    EFE|
    Press Trust of India|PTI
    Press Association|
    United Press International|UPI
    Bloomberg|Bloomberg News
    BBC|British Broadcasting Corporation
    CNN|
    NBC|NBC News
    CBS|CBS News
    ABC|ABC News
    MSNBC|
    CNBC|
    Fox News|Fox News Channel, Fox
    PBS|
    NPR|National Public Radio
    C-SPAN|
    Univision|
    Telemundo|
    Al Jazeera|Al-Jazeera, al-Jazeera
    Al Arabiya|
    Deutsche Welle|
    RT|Russia Today
    Radio Free Europe|Radio Free Europe/Radio Liberty
    Voice of America|
    New York Times|
    Washington Post|
    Wall Street Journal|WSJ
    Los Angeles Times|L.A. Times, LA Times
    Chicago Tribune|
    Boston Globe|
    New York Post|
    New York Daily News|
    Miami Herald|
    USA Today|USA TODAY
    Financial Times|
    Washington Times|
    Washington Examiner|
    Daily Mail|
    Daily Telegraph|
    Sunday Times|
    Daily Caller|
    Huffington Post|HuffPost
    BuzzFeed|BuzzFeed News
    Politico|POLITICO
    Breitbart|Breitbart News
    Western Journalism|
    Vox|
    The Hill|
    The Guardian|
    The Economist|
    The Atlantic|
    The Independent|
    The New Yorker|
    The Intercept|
    Newsweek|
    Time magazine|
    Der Spiegel|
    Bild|
    Le Monde|
    Le Figaro|
    El Pais|El País
    Haaretz|
    Jerusalem Post|
    Kommersant|
    Novaya Gazeta|
    People's Daily|
    Global Times|
    South China Morning Post|
    Times of India|
    Facebook|
    Twitter|
    Google|
    YouTube|
    Instagram|
    WhatsApp|Whatsapp
    TikTok|
    Telegram|
    Microsoft|
    Apple|
    Amazon|
    Tesla|
    Boeing|
    Airbus|
    Huawei|
    Goldman Sachs|
    Wall Street|
    WikiLeaks|Wikileaks
    Amnesty International|
    Human Rights Watch|
    Greenpeace|
    Doctors Without Borders|Médecins Sans Frontières
    Transparency International|
    Freedom House|
    Brookings Institution|Brookings
    Heritage Foundation|
    Council on Foreign Relations|
    Atlantic Council|
    Chatham House|
    Pew Research Center|Pew
    Gallup|
    Quinnipiac University|
    RealClearPolitics|
    FIFA|Fifa
    UEFA|Uefa
    NBA|
    NFL|
    Clinton Foundation|
    Orthodox Church|Russian Orthodox Church
    Catholic Church|Roman Catholic Church
    Taliban government|
    NYPD|New York Police Department
    LAPD|Los Angeles Police Department
    """

  /// Words that begin the name of a country's body: “US intelligence”, “Italian cabinet”.
  static let nationalBodies = """
    government cabinet intelligence parliament
    """

  /// Treaties, wars, programmes and the like: `name | other names`.
  static let otherNames = """
    Cold War|cold war
    World War II|Second World War, World War Two, WWII
    World War I|First World War, World War One, WWI
    Gulf War|
    Vietnam War|
    Korean War|
    Iraq War|Iraq war
    Iran-Iraq War|
    Six-Day War|
    Civil War|
    Holocaust|
    Arab Spring|
    Prague Spring|
    Brexit|
    9/11|Sept. 11 attacks, September 11 attacks
    Watergate|
    New START|new START treaty, new START, START treaty, New Start, New Start treaty
    START I|
    INF Treaty|INF treaty, INF, Intermediate-Range Nuclear Forces Treaty, Intermediate-range Nuclear Forces Treaty
    Open Skies Treaty|Open Skies treaty, Open Skies
    Non-Proliferation Treaty|Nuclear Non-Proliferation Treaty, NPT, Nuclear Nonproliferation Treaty
    2015 Iran nuclear deal|Iran nuclear deal, Iranian nuclear deal, Iran nuclear accord, Iranian nuclear accord, 2015 nuclear accord, 2015 nuclear deal, 2015 nuclear agreement, Iran nuclear agreement, Iran deal, JCPOA, Joint Comprehensive Plan of Action
    Paris Agreement|Paris climate agreement, Paris climate accord, Paris climate deal, Paris Accord, Paris accord, Paris climate accords
    Kyoto Protocol|
    Minsk agreements|Minsk Agreements, Minsk accords, Minsk agreement, Minsk Protocol, Minsk protocol, Minsk peace deal
    Budapest Memorandum|
    Helsinki Final Act|
    Oslo Accords|Oslo accords
    Camp David Accords|
    Abraham Accords|
    Good Friday Agreement|Belfast Agreement, Good Friday agreement
    Dayton Accords|Dayton Agreement, Dayton accords
    Maastricht Treaty|
    Lisbon Treaty|
    Geneva Conventions|Geneva Convention
    Vienna Convention|
    Chemical Weapons Convention|
    NAFTA|Nafta, North American Free Trade Agreement
    Trans-Pacific Partnership|TPP
    Nord Stream 2|
    Nord Stream|
    Belt and Road Initiative|Belt and Road
    Affordable Care Act|Obamacare, ObamaCare
    Medicare|
    Medicaid|
    Social Security|
    Second Amendment|
    First Amendment|
    Fourth Amendment|
    Fifth Amendment|
    Constitution|US Constitution, U.S. Constitution
    Olympics|Olympic Games, Winter Olympics, Summer Olympics, Olympic
    World Cup|
    Super Bowl|
    Miss Universe|
    Miss World|
    Miss America|
    Nobel Peace Prize|
    Nobel Prize|
    Pulitzer Prize|
    Oscar|Oscars, Academy Awards
    Christmas|
    Easter|
    Thanksgiving|
    Ramadan|
    Air Force One|
    Oval Office|
    Ground Zero|
    Bible|
    Koran|Quran, Qur'an
    Islam|Islamic
    Christianity|
    Judaism|
    Muslims|Muslim
    Christians|Christian
    Jews|Jewish, Jew
    Catholics|Catholic
    Protestants|Protestant
    Mormons|Mormon
    Arabs|Arab, Arabic
    Sunnis|Sunni
    Shiites|Shiite, Shia, Shi'ite
    Hispanics|Hispanic
    Latinos|Latino, Latina
    African Americans|African American, African-American, African-Americans
    Native Americans|Native American
    Asian Americans|Asian American, Asian-American, Asian-Americans
    COVID-19|Covid-19, COVID, Covid
    Ebola|
    Zika|
    Zionism|Zionist, Zionists
    Marxism|Marxist
    Nazis|Nazi
    Maidan|Euromaidan
    """
}
